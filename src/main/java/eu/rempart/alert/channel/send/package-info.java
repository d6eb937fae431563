/** Channels that connect anew for each message: mail, pager, and what is posted to the web. */
@NullMarked
package eu.rempart.alert.channel.send;

import org.jspecify.annotations.NullMarked;
