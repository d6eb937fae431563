/** The screen on which administrators say where messages of the alert go. */
@NullMarked
package eu.rempart.alert.channel.ui;

import org.jspecify.annotations.NullMarked;
