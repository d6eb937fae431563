/** What tests of channels have in common. */
@NullMarked
package eu.rempart.alert.channel;

import org.jspecify.annotations.NullMarked;
