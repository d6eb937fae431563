/** Tests of tags on screens. */
@NullMarked
package eu.rempart.shell.tag;

import org.jspecify.annotations.NullMarked;
