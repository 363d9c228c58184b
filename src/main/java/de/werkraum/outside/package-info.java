/** Which other servers this one speaks to, on behalf of whoever names their address. */
@NullMarked
package de.werkraum.outside;

import org.jspecify.annotations.NullMarked;
