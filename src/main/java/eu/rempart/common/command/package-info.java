/** What commands of a shell share: their words, their arguments, and how they refuse. */
@NullMarked
package eu.rempart.common.command;

import org.jspecify.annotations.NullMarked;
