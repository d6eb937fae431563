/**
 * Text messages by SMPP 3.4: one connection to the provider that stays open, over which messages go
 * out and answers come in. The library stays in here.
 */
@NullMarked
package eu.rempart.alert.channel.smpp;

import org.jspecify.annotations.NullMarked;
