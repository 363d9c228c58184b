/** PostgreSQL: connections, migrations, and the queries of rooms, plans and polls. */
@NullMarked
package de.werkraum.store;

import org.jspecify.annotations.NullMarked;
