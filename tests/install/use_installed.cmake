# SPDX-License-Identifier: Apache-2.0
# Run by ctest, see CMakeLists.txt.
cmake_minimum_required(VERSION 3.25)

set(prefix ${WORK}/prefix)
file(REMOVE_RECURSE ${prefix})

function(run)
    execute_process(COMMAND ${ARGV} OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE code)
    if(NOT code EQUAL 0)
        list(JOIN ARGV " " line)
        message(FATAL_ERROR "${line}\nended with ${code}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${SOURCE}/examples/programs -B ${WORK}/programs -G Ninja -D CMAKE_PREFIX_PATH=${prefix}
    -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER})
run(${CMAKE_COMMAND} --build ${WORK}/programs)

set(ENV{HEARSAY_RESOURCES} ${prefix}/share/hearsay)
file(WRITE ${WORK}/articles/herald.txt "The bridge at Arlen will be closed in May, the transport minister, Ann Lee, said on Monday.\n")
run(${WORK}/programs/who_said_what ${WORK}/articles/herald.txt)
if(NOT output MATCHES "Ann Lee > ")
    message(FATAL_ERROR "who_said_what does not name the minister:\n${output}")
endif()
run(${WORK}/programs/count_origins ${WORK}/articles)
if(NOT output MATCHES "1 of 1 ")
    message(FATAL_ERROR "count_origins does not find the one origin:\n${output}")
endif()
run(${WORK}/programs/draw_claim ${WORK}/articles)
if(NOT output MATCHES "</svg>")
    message(FATAL_ERROR "draw_claim does not end its picture:\n${output}")
endif()

# Without the variable, the installed program reads the installed lexicons and no others.
unset(ENV{HEARSAY_RESOURCES})
run(${prefix}/bin/hearsay extract ${WORK}/articles)
file(REMOVE ${prefix}/share/hearsay/lexicons/cues.tsv)
execute_process(COMMAND ${prefix}/bin/hearsay extract ${WORK}/articles ERROR_VARIABLE output RESULT_VARIABLE code)
if(NOT code EQUAL 1 OR NOT output MATCHES "${prefix}/share/hearsay/lexicons/cues.tsv")
    message(FATAL_ERROR "the installed program does not miss its lexicon (${code}):\n${output}")
endif()
