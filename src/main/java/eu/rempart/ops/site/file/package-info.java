/** What programs beside etcd and Patroni are told on a machine of a cluster. */
@NullMarked
package eu.rempart.ops.site.file;

import org.jspecify.annotations.NullMarked;
