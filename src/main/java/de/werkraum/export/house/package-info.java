/** How a house wants its documents to look, as files that its operator lays into a folder. */
@NullMarked
package de.werkraum.export.house;

import org.jspecify.annotations.NullMarked;
