/**
 * Connections to peers of channels: to addresses that may be sent to, over TLS with the name
 * checked, and never longer than somebody waits.
 */
@NullMarked
package eu.rempart.alert.channel.wire;

import org.jspecify.annotations.NullMarked;
