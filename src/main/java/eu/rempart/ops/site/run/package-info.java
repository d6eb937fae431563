/** Keeps etcd and Patroni of a machine running, where systemd does not. */
@NullMarked
package eu.rempart.ops.site.run;

import org.jspecify.annotations.NullMarked;
