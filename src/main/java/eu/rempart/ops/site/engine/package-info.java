/** What Rempart asks of etcd and Patroni, over mutual TLS, with a bound in bytes and in time. */
@NullMarked
package eu.rempart.ops.site.engine;

import org.jspecify.annotations.NullMarked;
