/** What backups cost and how fast they are, beside PostgreSQL's own copy. */
@NullMarked
package eu.rempart.bench.backup;

import org.jspecify.annotations.NullMarked;
