/** The pages as people see them: real browsers against a real server. */
@NullMarked
package de.werkraum.browser;

import org.jspecify.annotations.NullMarked;
