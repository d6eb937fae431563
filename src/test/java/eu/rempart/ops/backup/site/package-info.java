@NullMarked
package eu.rempart.ops.backup.site;

import org.jspecify.annotations.NullMarked;
