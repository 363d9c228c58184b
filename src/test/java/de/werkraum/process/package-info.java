/** The server as its operator meets it: started, stopped, killed, started again. */
@NullMarked
package de.werkraum.process;

import org.jspecify.annotations.NullMarked;
