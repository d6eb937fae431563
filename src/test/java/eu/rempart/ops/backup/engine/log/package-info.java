@NullMarked
package eu.rempart.ops.backup.engine.log;

import org.jspecify.annotations.NullMarked;
