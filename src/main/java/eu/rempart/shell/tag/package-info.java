/**
 * Tags as screens show them: chips, a field to choose them, cells of lists. What a tag is and who
 * may make one, another room says through {@link eu.rempart.shell.tag.Tags}.
 */
@NullMarked
package eu.rempart.shell.tag;

import org.jspecify.annotations.NullMarked;
