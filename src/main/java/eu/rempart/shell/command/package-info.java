/**
 * What can be done from anywhere: the actions that the search box finds, the keys that start them,
 * and the sheet that lists these. Rooms contribute {@link eu.rempart.shell.command.Command} beans.
 */
@NullMarked
package eu.rempart.shell.command;

import org.jspecify.annotations.NullMarked;
