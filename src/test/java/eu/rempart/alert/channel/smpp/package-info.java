/** Tests of text messages against an SMSC on loopback. */
@NullMarked
package eu.rempart.alert.channel.smpp;

import org.jspecify.annotations.NullMarked;
