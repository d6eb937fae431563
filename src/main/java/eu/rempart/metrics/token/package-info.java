/** The tokens by which programs read numbers: made, shown once, kept as a hash, and revoked. */
@NullMarked
package eu.rempart.metrics.token;

import org.jspecify.annotations.NullMarked;
