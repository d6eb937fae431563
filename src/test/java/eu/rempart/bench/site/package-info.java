@NullMarked
package eu.rempart.bench.site;

import org.jspecify.annotations.NullMarked;
