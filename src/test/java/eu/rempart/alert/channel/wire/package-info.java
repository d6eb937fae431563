/** Tests of connections to peers, against some that misbehave. */
@NullMarked
package eu.rempart.alert.channel.wire;

import org.jspecify.annotations.NullMarked;
