/** Takes files in, straight from the network into encryption. */
@NullMarked
package eu.rempart.exchange.run.upload;

import org.jspecify.annotations.NullMarked;
