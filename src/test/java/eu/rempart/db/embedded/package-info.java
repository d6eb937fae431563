@NullMarked
package eu.rempart.db.embedded;

import org.jspecify.annotations.NullMarked;
