/**
 * Which servers are there, and which of them a room should live at. Hazelcast is behind it and nowhere else; what it says only suggests, PostgreSQL
 * decides ({@link de.werkraum.store.Servers}). Imports nothing but problem.
 */
@NullMarked
package de.werkraum.cluster;

import org.jspecify.annotations.NullMarked;
