/** Screens on which administrators make teams and roles. */
@NullMarked
package eu.rempart.team.ui;

import org.jspecify.annotations.NullMarked;
