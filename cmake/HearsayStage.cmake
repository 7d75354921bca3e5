# SPDX-License-Identifier: Apache-2.0
# hearsay_stage(NAME SOURCES ... LINKS ... PRIVATE_LINKS ...): one stage of the flow as a library,
# reachable as hearsay::NAME. LINKS are the stages and libraries that its public headers need.
include(GNUInstallDirs)

function(hearsay_flags target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
    if(HEARSAY_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(HEARSAY_SANITIZE)
        target_compile_options(${target} PUBLIC -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PUBLIC -fsanitize=address,undefined)
    endif()
endfunction()

function(hearsay_library target alias)
    add_library(hearsay::${alias} ALIAS ${target})
    hearsay_flags(${target})
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${alias} POSITION_INDEPENDENT_CODE ON)
    target_include_directories(${target}
        PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
        PRIVATE ${PROJECT_SOURCE_DIR}/src)
    set_property(GLOBAL APPEND PROPERTY HEARSAY_LIBRARIES ${target})
endfunction()

function(hearsay_stage name)
    cmake_parse_arguments(stage "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(hearsay_${name} STATIC ${stage_SOURCES})
    hearsay_library(hearsay_${name} ${name})
    target_link_libraries(hearsay_${name} PUBLIC ${stage_LINKS} PRIVATE ${stage_PRIVATE_LINKS})
endfunction()

# hearsay_test(NAME SOURCES ... LINKS ...): one GoogleTest program. Tests of one stage share a program.
function(hearsay_test name)
    cmake_parse_arguments(test "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${test_SOURCES})
    hearsay_flags(${name})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${test_LINKS} GTest::gmock_main)
    target_compile_definitions(${name} PRIVATE HEARSAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60)
endfunction()
