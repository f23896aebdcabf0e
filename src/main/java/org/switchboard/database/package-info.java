/** The PostgreSQL that comes with the service: started, found again, watched and stopped without anyone's help. */
@NullMarked
package org.switchboard.database;

import org.jspecify.annotations.NullMarked;
