@NullMarked
package eu.rempart.company;

import org.jspecify.annotations.NullMarked;
