@NullMarked
package eu.rempart.shell.error;

import org.jspecify.annotations.NullMarked;
