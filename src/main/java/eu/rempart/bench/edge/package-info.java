/**
 * Benchmarks of the edge, beside nginx in the same run: what a handshake, a refusal and the hop to
 * the application cost the server's processor, and what members see of a flood.
 */
@NullMarked
package eu.rempart.bench.edge;

import org.jspecify.annotations.NullMarked;
