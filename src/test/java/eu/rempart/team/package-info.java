@NullMarked
package eu.rempart.team;

import org.jspecify.annotations.NullMarked;
