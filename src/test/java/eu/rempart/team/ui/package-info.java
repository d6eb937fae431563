@NullMarked
package eu.rempart.team.ui;

import org.jspecify.annotations.NullMarked;
