@NullMarked
package eu.rempart.ops.site.ui;

import org.jspecify.annotations.NullMarked;
