/** Tests of what is said of peers, and who may say it. */
@NullMarked
package eu.rempart.alert.channel.peer;

import org.jspecify.annotations.NullMarked;
