/** Notes: the text that is let through, rules, rights, history, the bin. */
@NullMarked
package eu.rempart.note;

import org.jspecify.annotations.NullMarked;
