/** Tests of the screen for channels. */
@NullMarked
package eu.rempart.alert.channel.ui;

import org.jspecify.annotations.NullMarked;
