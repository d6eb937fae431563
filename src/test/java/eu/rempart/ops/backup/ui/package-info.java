@NullMarked
package eu.rempart.ops.backup.ui;

import org.jspecify.annotations.NullMarked;
