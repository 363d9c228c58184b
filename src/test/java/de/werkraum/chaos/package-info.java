/** Damage on purpose: a workshop goes on while server, PostgreSQL, network and disk fail, and nothing that was reported as saved is lost. */
@NullMarked
package de.werkraum.chaos;

import org.jspecify.annotations.NullMarked;
