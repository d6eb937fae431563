/** Documents by role on a real PostgreSQL: versions, links, folders, the bin. */
@NullMarked
package eu.rempart.document;

import org.jspecify.annotations.NullMarked;
