/**
 * What the benchmarks of the edge need of Netty: an edge with nothing behind it, and clients that
 * cost as little as they can. No part of the product calls this.
 */
@NullMarked
package eu.rempart.tls.bench;

import org.jspecify.annotations.NullMarked;
