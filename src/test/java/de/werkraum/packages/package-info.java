/** What is shipped: licences, the service, images, and, by {@code mvn -Ppackage verify}, packages that are installed, run and removed. */
@NullMarked
package de.werkraum.packages;

import org.jspecify.annotations.NullMarked;
