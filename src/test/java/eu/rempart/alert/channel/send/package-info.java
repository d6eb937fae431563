/** Tests of channels against real peers on loopback. */
@NullMarked
package eu.rempart.alert.channel.send;

import org.jspecify.annotations.NullMarked;
