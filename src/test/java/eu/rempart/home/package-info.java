@NullMarked
package eu.rempart.home;

import org.jspecify.annotations.NullMarked;
