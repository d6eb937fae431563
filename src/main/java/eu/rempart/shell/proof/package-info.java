/** The one question for the password before a dangerous act, which all screens use. */
@NullMarked
package eu.rempart.shell.proof;

import org.jspecify.annotations.NullMarked;
