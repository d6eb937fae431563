@NullMarked
package eu.rempart.deal.line;

import org.jspecify.annotations.NullMarked;
