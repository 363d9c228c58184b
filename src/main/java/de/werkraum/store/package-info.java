/** PostgreSQL: connections, migrations, the embedded server, and the queries of rooms, plans and polls. */
@NullMarked
package de.werkraum.store;

import org.jspecify.annotations.NullMarked;
