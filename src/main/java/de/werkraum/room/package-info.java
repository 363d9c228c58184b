/**
 * One live room: its document, its people, its polls, and how changes reach everybody and PostgreSQL. A room lives on one event loop;
 * nothing here locks.
 */
@NullMarked
package de.werkraum.room;

import org.jspecify.annotations.NullMarked;
