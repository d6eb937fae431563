@NullMarked
package eu.rempart.shell.command;

import org.jspecify.annotations.NullMarked;
